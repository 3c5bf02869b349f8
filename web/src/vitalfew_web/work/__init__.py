"""What people have to do, are told and keep for their work: tasks, notifications, files, Today, saved views."""
