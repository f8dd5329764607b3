"""The ledger to browse: lists that can be narrowed, a page for each record, and figures that lead to their words."""
