// Runs a state machine: node run-machine.mjs DEFINITION EXECUTION FUNCTIONS
// DEFINITION and EXECUTION are files with JSON, FUNCTIONS the address that functions are called at.
// Prints how the execution ended as JSON.
import { readFileSync } from 'node:fs';

// Part of JavaScript since Node 22.
Promise.withResolvers ??= () => {
  let resolve, reject;
  const promise = new Promise((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
};
const { StateMachine } = await import('aws-local-stepfunctions');

const [definitionFile, executionFile, functions] = process.argv.slice(2);
// The interpreter gives each branch and part an execution context of its own; Step Functions does not.
const definition = JSON.parse(
  readFileSync(definitionFile, 'utf8').replaceAll('"$$.Execution.', () => '"$$.Run.'),
);
const execution = JSON.parse(readFileSync(executionFile, 'utf8'));

/** Calls a function as Step Functions does: its failure is named, and its cause is JSON. */
async function call(arn, input) {
  const answer = await fetch(`${functions}/${arn.split(':').pop()}`, {
    method: 'POST',
    body: JSON.stringify(input),
  });
  const text = await answer.text();
  if (answer.headers.get('x-amz-function-error')) {
    const error = new Error(text);
    error.name = JSON.parse(text).errorType;
    throw error;
  }
  return JSON.parse(text);
}

const overrides = {
  taskResourceLocalHandlers: {},
  waitTimeOverrides: {},
  retryIntervalOverrides: {},
};

function visit(machine) {
  for (const [name, state] of Object.entries(machine.States)) {
    if (state.Type === 'Task') {
      overrides.taskResourceLocalHandlers[name] = (input) => call(state.Resource, input);
      overrides.retryIntervalOverrides[name] = 10;
    } else if (state.Type === 'Wait') {
      overrides.waitTimeOverrides[name] = 100;
    }
    (state.Branches ?? []).forEach(visit);
    if (state.ItemProcessor) visit(state.ItemProcessor);
  }
}
visit(definition);

const run = new StateMachine(definition).run(execution.Input, {
  overrides,
  context: { Run: execution },
});
try {
  const output = await run.result;
  console.log(JSON.stringify({ status: 'SUCCEEDED', output }));
} catch (failure) {
  const cause = failure.cause ?? failure;
  console.log(JSON.stringify({ status: 'FAILED', error: cause.name, cause: cause.message }));
}
process.exit(0);
