"""What the stages weigh with: how alike words are, whether two facts answer one question, what their extents allow."""
