-- Marks where the regions of a document begin and end, as comments that the finished file has no
-- longer. Only for a file that is to be taken apart (see macros/builder/); other files get no marks.

local format = FORMAT:match("^%a+")
local RAW = { docx = "openxml", opendocument = "opendocument", odt = "opendocument", html = "html", markdown = "markdown" }

local marks = TOLD.marks == true

-- A passage within a line, such as a sentence that goes when its number is 0, and the first cell of a
-- row that is only for some bodies: when the file is taken apart, the mark is moved around the row
local function Span(span)
  if span.classes:includes("only") then
    return marks and pandoc.RawInline(RAW[format], "<!--|" .. span.attributes.name .. "-->") or {}
  end
  if not marks or not span.classes:includes("some") then return nil end
  local content = span.content
  content:insert(1, pandoc.Space())
  content:insert(1, pandoc.RawInline(RAW[format], "<!--(" .. span.attributes.name .. "-->"))
  content:insert(pandoc.RawInline(RAW[format], "<!--)-->"))
  return content
end

-- What has become of `div`, or nil for nothing, with the marks of its region around it
local function around(div, made)
  local is_region = div.classes:includes("region")
  if not marks or not (is_region or div.classes:includes("rettleiing")) then return made end
  local name = is_region and div.attributes.name or "rettleiing"
  local content = is_region and div.content or pandoc.Blocks(made or div)
  content:insert(1, pandoc.RawBlock(RAW[format], "<!--[" .. name .. "-->"))
  content:insert(pandoc.RawBlock(RAW[format], "<!--]" .. name .. "-->"))
  return content
end

return { Span = Span, around = around }
