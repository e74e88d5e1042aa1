-- A day of an editor in Neovim, without a screen: each answer of the language server is written down for the test.
-- Works with Neovim 0.7 and later. Takes the command of the server, the file and the report from the environment.
local report = io.open(vim.env.REPORT, 'w')

local function say(name, value)
  report:write(name, '\t', (tostring(value):gsub('\n', '\\n')), '\n')
  report:flush()
end

local function wait_until(what, test)
  if not vim.wait(30000, test, 20) then
    say('timeout', what)
    vim.cmd('qa!')
  end
end

local function day()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.STUDY))
  local buffer = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({
    name = 'waymark',
    cmd = vim.split(vim.env.SERVER, '\n'),
    root_dir = vim.env.ROOT,
  })
  vim.lsp.buf_attach_client(buffer, client)
  wait_until('attached', function() return #vim.lsp.get_active_clients() > 0 end)

  local function ask(method, line, column, more)
    local params = vim.tbl_extend('force', {
      textDocument = vim.lsp.util.make_text_document_params(buffer),
      position = { line = line, character = column },
    }, more or {})
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 30000) or {}
    local answer = answers[client] or {}
    return answer.result, answer.err or answer.error
  end

  -- Line 5 is "services: [extended-access]".
  vim.api.nvim_buf_set_lines(buffer, 4, 5, false, { 'services: [extended-acess]' })
  wait_until('a finding', function() return #vim.diagnostic.get(buffer) > 0 end)
  local found = vim.diagnostic.get(buffer)[1]
  say('diagnostic', found.code .. ' ' .. (found.lnum + 1) .. ':' .. (found.col + 1) .. ' ' .. found.message)

  local cure = ask('textDocument/codeAction', 4, 12, {
    range = { start = { line = 4, character = 12 }, ['end'] = { line = 4, character = 12 } },
    context = { diagnostics = {} },
  })
  say('actions', cure and #cure or 'none')

  vim.api.nvim_buf_set_lines(buffer, 4, 5, false, { 'services: [ext]' })
  local items = ask('textDocument/completion', 4, 14)
  say('completion', items.items[1].textEdit.newText)

  vim.api.nvim_buf_set_lines(buffer, 4, 5, false, { 'services: [extended-access]' })
  wait_until('no finding', function() return #vim.diagnostic.get(buffer) == 0 end)
  say('fixed', 'yes')

  local help = ask('textDocument/hover', 4, 14)
  say('hover', help.contents.value)

  vim.api.nvim_win_set_cursor(0, { 5, 14 })
  vim.lsp.buf.definition()
  wait_until('definition', function() return vim.fn.expand('%:t') ~= 'evening-hubs.md' end)
  say('definition', vim.fn.expand('%:t') .. ' ' .. vim.fn.line('.') .. ':' .. vim.fn.col('.'))
  vim.api.nvim_set_current_buf(buffer)

  local edit, refusal = ask('textDocument/rename', 4, 14, { newName = 'longer-hours' })
  say('refusal', refusal and refusal.message or 'none')
  vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
  vim.cmd('silent wall!')
  say('renamed', vim.api.nvim_buf_get_lines(buffer, 4, 5, false)[1])
  say('new file', vim.fn.filereadable(vim.env.ROOT .. '/content/services/longer-hours.md'))
  say('old file', vim.fn.filereadable(vim.env.ROOT .. '/content/services/extended-access.md'))
end

local ok, failure = pcall(day)
if not ok then
  say('failure', failure)
end
report:close()
vim.cmd('qa!')
