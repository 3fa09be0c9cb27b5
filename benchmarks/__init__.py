"""What copydesk can do, measured: quality against known truth, speed, memory, and floors that never sink."""
