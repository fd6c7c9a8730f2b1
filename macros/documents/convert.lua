-- Makes what convert.py asks for: reads each text, runs the filters, and writes it in its format.
-- `pandoc lua` runs this in a folder with jobs.json, and every result becomes a file there. The
-- results are the same as pandoc's command line gives.

PANDOC_SCRIPT_FILE = arg[0] -- which is not set here, and tells the filters where they are
local here = pandoc.path.directory(PANDOC_SCRIPT_FILE)

-- A Word file needs no template of its own: pandoc takes the one it has
local TEMPLATE = { odt = "opendocument" }
local BINARY = { docx = true, odt = true }

-- A table with a longer line has its widths by the dashes under its heads
local COLUMNS = 72

local function contents(name)
  local file <close> = assert(io.open(name, "rb"))
  return file:read("a")
end

local function shifted(header)
  header.level = header.level + 1
  return header
end

-- Private characters are from U+E000 to U+EFFF here
local PRIVATE = "\xee[\x80-\xbf][\x80-\xbf]"
local WORD = '{"t":"Str","c":"%s"}' -- in pandoc's JSON
local MARKED_WORD = WORD:format('[^"]*\xee[^"]*')
local EMPTY_WORD = WORD:format("")
-- A writer looks for what begins a list, «31. », in the words before a space
local SPACE = '"},{"t":"Space"},{"t":"Str","c":"'

-- The JSON with what the format has in the place of each private character
local function shown(json, job)
  local within = {}
  for mark, text in pairs(job.shown) do within[mark] = text == " " and SPACE or text end
  local worded = json:gsub(MARKED_WORD, function(word) return (word:gsub(PRIVATE, within)) end)
  local filled = worded:gsub(EMPTY_WORD .. ",", ""):gsub("," .. EMPTY_WORD, "")
  return (filled:gsub(PRIVATE, job.shown))
end

local read = {} -- what each text has become: many formats have the same one

-- The document as pandoc's JSON, which takes a fifth of the time to read, and where the characters
-- are changed in one go
local function read_once(job)
  local key = job.reader .. "\n" .. job.text
  if not read[key] then
    read[key] = pandoc.write(pandoc.read(job.text, job.reader, { columns = COLUMNS }), "json")
  end
  return pandoc.read(shown(read[key], job), "json")
end

-- What stands in `::: {.only form="docx"}` is for that format
local function for_the_form(document, form)
  return document:walk({
    Div = function(div)
      if not div.classes:includes("only") then return nil end
      return div.attributes.form == form and div.content or {}
    end,
  })
end

local function document_of(job)
  local document = read_once(job)
  if job.text:find("{.only ", 1, true) then document = for_the_form(document, job.form) end
  for key, value in pairs(job.metadata) do document.meta[key] = value end
  if job.shift then document = document:walk({ Header = shifted }) end
  FORMAT, TOLD = job.target, job.told -- which the filters ask for when they are loaded
  for _, filter in ipairs(dofile(pandoc.path.join({ here, "filters.lua" }))) do
    document = document:walk(filter)
  end
  return document
end

local function template_of(job)
  local default = TEMPLATE[job.target]
  local text = job.template or default and pandoc.template.default(default)
  return text and pandoc.template.compile(text)
end

local function converted(job)
  local made = pandoc.write(document_of(job), job.target, {
    wrap_text = "none", reference_doc = job.reference, template = template_of(job), variables = job.variables,
  })
  return BINARY[job.target] and made or made:gsub("\n?$", "\n", 1)
end

for number, job in ipairs(pandoc.json.decode(contents("jobs.json"), false)) do
  local file <close> = assert(io.open(tostring(number), "wb"))
  file:write((converted(job)))
end
