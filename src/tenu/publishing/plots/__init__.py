"""Charts of answers: one file a chart, each a Vega-Lite specification made from an answer and nothing else."""
