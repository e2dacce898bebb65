-- Works as a person would, in a Neovim without a screen, and writes down what there was to see: one line of JSON for each step.
local answers = io.open(vim.env.ANSWERS, 'w')
local function say(step, value) answers:write(vim.fn.json_encode({ step = step, value = value }), '\n') answers:flush() end
local function wait(step, condition)
  if not vim.wait(60000, condition, 50) then say(step, 'waited in vain') vim.cmd('cquit!') end
end

vim.cmd('edit client/Client.m3')
wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
say('diagnostics', vim.tbl_map(function(d)
  return { line = d.lnum + 1, code = d.code, message = d.message }
end, vim.diagnostic.get(0)))

-- On Push in line 8.
vim.api.nvim_win_set_cursor(0, { 8, 9 })
vim.lsp.buf.definition()
wait('definition', function() return vim.fn.expand('%:t') ~= 'Client.m3' end)
say('definition', { file = vim.fn.expand('%:t'), line = vim.api.nvim_win_get_cursor(0)[1] })

vim.lsp.buf.rename('Put')
wait('rename', function()
  return vim.fn.getbufline('Client.m3', 8)[1] == '  Stack.Put(s, 4);'
end)
vim.cmd('silent wall')
say('rename', 'done')
vim.cmd('qall!')
