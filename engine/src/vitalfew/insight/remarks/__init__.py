"""What has to be said of what lies behind the numbers, in sentences with their figures."""
