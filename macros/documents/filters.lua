-- All filters in the order they run. One file, since pandoc starts Lua anew for each that it is given,
-- and few walks, since each of them takes time in every document. TOLD is what they know of the
-- document, from `told_pandoc` in prompts.py.

local here = pandoc.path.directory(PANDOC_SCRIPT_FILE)
local function of(name) return dofile(pandoc.path.join({ here, name .. ".lua" })) end
local levels, look, regions, controls = of("levels"), of("look"), of("regions"), of("controls")

-- The look of what stands in a line comes before what the line is to be filled in with
local function Span(span)
  local made = look.Span(span)
  if made == nil then made = regions.Span(span) end
  if made == nil then made = controls.Span(span) end
  return made
end

-- Regions are marked around what guidance has become
local function Div(div)
  local made = look.Div and look.Div(div)
  if made then return made end
  return regions.around(div, controls.Div(div))
end

local filters = pandoc.List(levels)
-- The blocks first, then the look, so that fields are still marked as such when widths are found
filters:insert({ Pandoc = look.Pandoc })
filters:insert({ Span = Span, Div = Div, Header = look.Header })
filters:insert({ Pandoc = controls.Pandoc })
return filters
