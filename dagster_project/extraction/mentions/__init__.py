"""What a line mentions: numbers, quantities, periods, phrases, as one stream of spans in the order of the text.

Not here: what stands in one span's neighbourhood (`surroundings`).
"""
