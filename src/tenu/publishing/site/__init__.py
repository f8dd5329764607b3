"""The record as a folder of pages that opens from a disk: no server, no outside address, no script inside a page."""
