"""What a figure says: indicator, measure, basis, status, period, and whose it is.

Not here: finding the words (`mentions`), nor the order of the steps (`observations`).
"""
