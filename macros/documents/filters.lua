-- All filters in the order they run. One file, since pandoc starts Lua anew for each that it is given.

local here = pandoc.path.directory(PANDOC_SCRIPT_FILE)
local filters = pandoc.List()
-- The blocks first, then the look, so that fields are still marked as such when widths are found.
-- The card and pictures after the look, which gives every table its widths.
-- Regions are marked when everything that becomes guidance is there
for _, name in ipairs({ "levels.lua", "look.lua", "card.lua", "picture.lua", "regions.lua", "controls.lua" }) do
  filters:extend(dofile(pandoc.path.join({ here, name })))
end
return filters
