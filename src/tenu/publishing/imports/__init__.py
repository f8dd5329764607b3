"""Take in what others keep: tables, activities and our own exports, each row a claim with the row as its evidence."""
