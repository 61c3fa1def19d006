-- What a user of Neovim's built-in client does with a file; its results go to a file as JSON. For Neovim 0.7 and newer:
--   nvim --headless -u NONE -c 'luafile session.lua' with UNIGAP_SERVER, UNIGAP_FILE and UNIGAP_RESULT in the environment
local file, result = vim.env.UNIGAP_FILE, {}

local function finish()
  local out = assert(io.open(vim.env.UNIGAP_RESULT, 'w'))
  out:write(vim.json.encode(result))
  out:close()
  vim.cmd('qall!')
end

local function request(client, buffer, method, params)
  local answers, problem = vim.lsp.buf_request_sync(buffer, method, params, 10000)
  local answer = answers and answers[client] or {}
  if problem or answer.err then error(method .. ': ' .. vim.inspect(problem or answer.err)) end
  return answer.result
end

-- Neovim's diagnostics have kept what the server sent since 0.6, the code at its top since 0.8.
local function code_of(diagnostic)
  return diagnostic.code or vim.tbl_get(diagnostic, 'user_data', 'lsp', 'code')
end

local function session()
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local buffer = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({
    name = 'unigap',
    cmd = { vim.env.UNIGAP_NODE, vim.env.UNIGAP_SERVER, '--stdio' },
    root_dir = vim.env.UNIGAP_ROOT,
  })
  vim.lsp.buf_attach_client(buffer, client)
  local function count() return #vim.diagnostic.get(buffer) end
  vim.wait(20000, function() return count() > 0 end, 20)

  local fork
  result.diagnostics = vim.tbl_map(function(one)
    local told = { line = one.lnum, column = one.col, code = code_of(one), source = one.source, message = one.message }
    if told.code == 'function/fork' then fork = one end
    return told
  end, vim.diagnostic.get(buffer))
  if not fork then return end

  local document = vim.lsp.util.make_text_document_params(buffer)
  local start = { line = fork.lnum, character = fork.col }
  result.hover = request(client, buffer, 'textDocument/hover', { textDocument = document, position = start }).contents.value

  local range = { start = start, ['end'] = { line = fork.end_lnum, character = fork.end_col } }
  local diagnostic = { range = range, message = fork.message, source = fork.source, code = code_of(fork),
    data = vim.tbl_get(fork, 'user_data', 'lsp', 'data') }
  local actions = request(client, buffer, 'textDocument/codeAction',
    { textDocument = document, range = range, context = { diagnostics = { diagnostic } } })
  result.actions = vim.tbl_map(function(one) return one.title end, actions)
  for _, action in ipairs(actions) do
    if not result.line and action.title:lower():find('suppress') then
      local edit = action.edit or request(client, buffer, 'codeAction/resolve', action).edit
      vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
      result.line = true
      result.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
      vim.wait(10000, function()
        for _, one in ipairs(vim.diagnostic.get(buffer)) do
          if code_of(one) == 'function/fork' and one.message == fork.message then return false end
        end
        return true
      end, 20)
      result.left = count()
    end
  end
  vim.lsp.stop_client(client)
  vim.wait(5000, function() return vim.lsp.client_is_stopped(client) end, 20)
  result.stopped = vim.lsp.client_is_stopped(client)
end

local ok, problem = pcall(session)
if not ok then result.problem = tostring(problem) end
finish()
