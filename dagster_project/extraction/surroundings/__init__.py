"""What a figure stands among: short forms resolved, places, neighbours, runs of figures, and its sentence.

Not here: what the figure says with all that (`statements`).
"""
