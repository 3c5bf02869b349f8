"""What people keep for their own work: saved views of lists, and what they may take back."""
