"""What stands beside the lessons: figures, drawings, checks, real series."""
