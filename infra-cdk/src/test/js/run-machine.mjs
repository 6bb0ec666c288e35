// Runs a state machine: node run-machine.mjs DEFINITION EXECUTIONS FUNCTIONS
// DEFINITION and EXECUTIONS are files with JSON, FUNCTIONS the address that functions are called at.
// Prints as JSON, by their names, how the executions ended, the states they entered, and the failures
// they caught.
import { readFileSync } from 'node:fs';

// Part of JavaScript since Node 22.
Promise.withResolvers ??= () => {
  let resolve, reject;
  const promise = new Promise((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
};
const { StateMachine } = await import('aws-local-stepfunctions');

const [definitionFile, executionsFile, functions] = process.argv.slice(2);
// The interpreter gives each branch and part an execution context of its own; Step Functions does not.
const definition = JSON.parse(
  readFileSync(definitionFile, 'utf8').replaceAll('"$$.Execution.', () => '"$$.Run.'),
);
const executions = JSON.parse(readFileSync(executionsFile, 'utf8'));

/**
 * Calls a function as Step Functions does: its failure is named, and its cause is JSON. A time-out
 * of the state machine's own has no cause.
 */
async function call(arn, input) {
  const answer = await fetch(`${functions}/${arn.split(':').pop()}`, {
    method: 'POST',
    body: JSON.stringify(input),
  });
  const text = await answer.text();
  if (answer.headers.get('x-amz-function-error')) {
    const name = JSON.parse(text).errorType;
    const error = new Error(name === 'States.Timeout' ? '' : text);
    error.name = name;
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

const machine = new StateMachine(definition);

async function run(execution) {
  const { result, eventLogs } = machine.run(execution.Input, {
    overrides,
    context: { Run: execution },
  });
  const states = observe(eventLogs);
  try {
    const output = await result;
    return { status: 'SUCCEEDED', output, ...(await states) };
  } catch (failure) {
    const cause = failure.cause ?? failure;
    return { status: 'FAILED', error: cause.name, cause: cause.message, ...(await states) };
  }
}

async function observe(events) {
  const entered = [];
  const caught = [];
  for await (const event of events) {
    if (event.type === 'StateEntered') {
      entered.push(event.state.name);
    } else if (event.type === 'StateCaught') {
      caught.push(`${event.state.name} -> ${event.catch.catcher.Next}`);
    }
  }
  return { entered, caught };
}

const ended = await Promise.all(executions.map(run));
console.log(JSON.stringify(Object.fromEntries(ended.map((end, i) => [executions[i].Name, end]))));
process.exit(0);
