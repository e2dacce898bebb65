/** A small module that passes the verifier and has something in every section. */
import type { SpxModule } from '../../src/bytecode/module.ts';
import { assemble } from '../../src/bytecode/text/assemble.ts';

export const SAMPLE = `
extension "sample"
text hello = "Hello, \\u{e9}\\n"

type Digit = subrange INTEGER 0 9
type Node = record {
  field "value" Digit = 5
  field "next" List = nil
  field "weight" LONGREAL = real -0
}
type List = ref Node
type Writer = opaque "Wr" "T" ROOT
type Self = opaque "Sample" "T" REFANY
type Rep = ref Node brand module "Sample" "rep"
type Put = procedure {
  value Writer
  value TEXT
  raises failed
}
type Find = procedure {
  value List
  value Digit
  result List
  raises failed missing
}
type Void = procedure {
}

import "Wr" "${'ab'.repeat(32)}" {
  procedure put "PutText" Put
  global stdout "stdout" Writer
  exception failed "Failure" of TEXT
  opaque Writer
}

interface "Sample" "${'01'.repeat(32)}" {
  procedure "Find" find
  global "list" list
  exception "Missing" missing
  type "T" Self
  source {
    "INTERFACE Sample;\\n"
    "END Sample.\\n"
  }
}

unit sample module "Sample" {
  exports "Sample"
  body body
  reveal Self = Rep
  path "Sample.m3"
}

global list "list" sample List
exception missing "Missing" sample of Digit

procedure find "Find" sample Find {
  local head value List "head"
  local digit value Digit "digit"
  local any exception INTEGER "e"
  code {
    .line 10 3
    try
      loop void
        local.get head
        nil
        ref.eq
        if void
          local.get digit
          raise missing
        end
        .line 12 5
        local.get head
        deref
        field Node 0
        load
        local.get digit
        int.eq
        if void
          local.get head
          return
        end
        local.get head
        deref
        field Node 1
        load
        local.set head
        br 0
      end
    catch_all
      local.set any
      .line 15 1
      global.addr stdout
      load
      text.const hello
      call put
      local.get any
      rethrow
    end
    end
  }
}

procedure body "Sample_body" sample Void {
  code {
    global.addr list
    new List
    store
    end
  }
}
`;

export function sample(): SpxModule {
  const result = assemble(SAMPLE);
  if ('error' in result) throw new Error(`${result.error.line}:${result.error.column}: ${result.error.message}`);
  return result.module;
}
