"""Pictures of figures: inline SVG made at build time, each with its table. `figure` is what they share.

Each returns `<figure class="chart">`: the picture (real text, named and described, told apart by pattern
as well as colour, drawn 440 px wide so that its text reads on a phone at about its own size), then a table of
all its figures, open for few rows and folded into <details> for many. `name` is an id that no other chart of
the page has. Percentages are in percent; None is a gap, and said.

- `trend.trend(title, points, unit, name=…, table=…)`: progress against plan over time, with its own table or another
- `bars.bars(title, rows, lights, name=…)`: completion by town; beyond 60 rows their distribution
- `states.states(title, parts, unit, name=…)`: state of tasks
- `progress.progress_bar(value, label)`: a <progress> for a cell or a card
"""
