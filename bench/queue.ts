// Measures the scheduler on a queue that theory knows: M/M/3 through agenda and desk alone, and the same through the whole conduct core, where a
// customer is a request and the servers are release officers; against SimPy (Debian's python3-simpy3). Medians of interleaved pairs.
// Run: node bench/queue.ts [--pairs N] [--customers N] [--theory N]
import { execFileSync, spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type Command, decide, evolve, inOrder, type LoggedEvent, noConduct, routesOf, stampOf } from '../src/conduct/index.ts';
import { anExercise, aPost } from '../src/exercise/index.ts';
import { type MicroInstant, randomFor } from '../src/kernel/index.ts';
import { Agenda } from '../src/rehearse/engine/agenda.ts';
import { Desk } from '../src/rehearse/engine/desk.ts';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '5' },
    customers: { type: 'string', default: '60000' },
    theory: { type: 'string', default: '6000000' },
  },
});
const pairs = Number(values.pairs);
const customers = Number(values.customers);

// λ = 2 a minute, μ = 1, three servers: two of three are busy, P(wait) = 4/9 and Wq = 4/9 of a minute (Erlang C).
const [arrivals, service, servers] = [2, 1, 3];
const expectedWait = 4 / 9;
const minute = 60_000_000;

/** Customers come, wait and are served; `come` and `served` are what a customer does on arrival and at the end. */
function queue(count: number, come: (customer: number, now: number) => void, served: (customer: number, now: number) => void): number {
  const agenda = new Agenda();
  const desk = new Desk(agenda, servers);
  const [coming, serving] = [randomFor('queue', 'arrivals'), randomFor('queue', 'service')];
  const takes = () => Math.round(serving.exponential(minute / service));
  let customer = 0;
  const arrive = (now: number): void => {
    const own = customer++;
    come(own, now);
    desk.ask(takes, (_came, _began, ended) => served(own, ended));
    if (customer < count) agenda.at(now + Math.round(coming.exponential(minute / arrivals)), arrive);
  };
  agenda.at(0, arrive);
  while (agenda.step());
  return desk.record.waited / desk.record.served / minute;
}

const nothing = () => {};

function alone(count: number): { readonly perSecond: number; readonly wait: number } {
  const start = performance.now();
  const wait = queue(count, nothing, nothing);
  return { perSecond: (count * 1000) / (performance.now() - start), wait };
}

const exercise = anExercise({
  posts: [
    aPost({ id: 'ASKER', role: 'player', cell: 'trainingAudience' }),
    aPost({ id: 'PARTNER', role: 'player', party: 'CHN' as never, cell: 'trainingAudience', languages: ['ru', 'zh'] }),
    ...[1, 2, 3].map((number) => aPost({ id: `OFFICER-${number}`, role: 'releaseOfficer', cell: 'support' })),
  ],
});

/** The same queue; every customer makes a request, and at the end of its service an officer reviews it: two commands through decide and evolve. */
function throughConduct(count: number): { readonly perSecond: number; readonly wait: number; readonly commandsPerSecond: number } {
  const conduct = noConduct(exercise, routesOf(exercise));
  const lengths = new Map<string, number>();
  let [last, commands] = [0, 0];
  const give = (type: 'MakeRequest' | 'ReviewRequest', by: string, now: number, order: object): void => {
    last = Math.max(now, last + 1);
    const at = last as MicroInstant;
    const command = { id: `${++commands}`, type, by, at, order } as Command;
    const { outcome, change } = decide(command, conduct);
    if (outcome.kind === 'refused') throw new Error(outcome.problem.key);
    const { time, exerciseTime, authorIn } = stampOf(command, conduct);
    for (const { stream, event } of inOrder(change)) {
      const sequence = (lengths.get(stream) ?? 0) + 1;
      lengths.set(stream, sequence);
      const logged: LoggedEvent = { stream, origin: 'bench', sequence, time, exerciseTime, author: authorIn(stream), event };
      evolve(conduct, logged);
    }
  };
  const start = performance.now();
  const wait = queue(
    count,
    (customer, now) =>
      give('MakeRequest', 'ASKER', now, {
        request: `r${customer}`,
        from: 'ASKER',
        to: 'PARTNER',
        language: 'ru',
        text: 'Просим поддержку.',
      }),
    (customer, now) => give('ReviewRequest', `OFFICER-${1 + (customer % 3)}`, now, { request: `r${customer}`, decision: 'released' }),
  );
  const seconds = (performance.now() - start) / 1000;
  return { perSecond: count / seconds, wait, commandsPerSecond: commands / seconds };
}

// Debian's own Python, for which the package is.
const python = '/usr/bin/python3';

const simpyModel = `
import random, sys, time, simpy
count = int(sys.argv[1])
coming, serving = random.Random(1), random.Random(2)
env = simpy.Environment()
desk = simpy.Resource(env, capacity=${servers})
waited = 0.0
def customer():
    global waited
    came = env.now
    with desk.request() as turn:
        yield turn
        waited += env.now - came
        yield env.timeout(serving.expovariate(${service}))
def source():
    for _ in range(count):
        env.process(customer())
        yield env.timeout(coming.expovariate(${arrivals}))
env.process(source())
start = time.perf_counter()
env.run()
print(count / (time.perf_counter() - start), waited / count)
`;

/** Why SimPy cannot be measured here; undefined when it can. Debian's package is fetched where that is possible. */
function simpyMissing(): string | undefined {
  const has = () => spawnSync(python, ['-c', 'import simpy'], { stdio: 'ignore' }).status === 0;
  if (has()) return undefined;
  spawnSync('apt-get', ['install', '-y', '-q', 'python3-simpy3'], { stdio: 'ignore', timeout: 300_000 });
  return has() ? undefined : 'python3-simpy3 is not installed and could not be';
}

function simpy(count: number): { readonly perSecond: number; readonly wait: number } {
  const [perSecond = Number.NaN, wait = Number.NaN] = execFileSync(python, ['-c', simpyModel, `${count}`], { encoding: 'utf8' })
    .trim()
    .split(' ')
    .map(Number);
  return { perSecond, wait };
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const whole = (number: number) => Math.round(number).toLocaleString('en');
const percent = (wait: number) => `${(((wait - expectedWait) / expectedWait) * 100).toFixed(2)} %`;

const long = alone(Number(values.theory));
const [here, there] = [alone(customers), throughConduct(customers)];
console.log(`M/M/3, two of three busy; theory waits ${expectedWait.toFixed(4)} minutes`);
console.table({
  [`agenda and desk, ${whole(Number(values.theory))} customers`]: {
    'minutes waited': long.wait.toFixed(4),
    'off theory': percent(long.wait),
    target: 'within 1 %',
  },
  [`through the conduct core, ${whole(customers)} customers`]: {
    'minutes waited': there.wait.toFixed(4),
    'off theory': there.wait === here.wait ? 'the same waits as agenda and desk, to the microsecond' : 'DIFFERS from agenda and desk',
    target: 'the same queue',
  },
});

const reason = simpyMissing();
if (reason !== undefined) console.log(`SimPy is left out: ${reason}.`);
const found = Array.from({ length: pairs }, () => ({
  simpy: reason === undefined ? simpy(customers).perSecond : Number.NaN,
  alone: alone(customers * 5).perSecond,
  conduct: throughConduct(customers),
}));
const [simpyRate, aloneRate, conductRate] = [
  median(found.map((one) => one.simpy)),
  median(found.map((one) => one.alone)),
  median(found.map((one) => one.conduct.perSecond)),
];
const times = (rate: number) => (reason === undefined ? `${(rate / simpyRate).toFixed(1)} ×` : 'left out');
console.table({
  'SimPy (python3-simpy3)': { 'customers/s': reason === undefined ? whole(simpyRate) : 'left out', 'against SimPy': '1 ×', target: '' },
  'agenda and desk': { 'customers/s': whole(aloneRate), 'against SimPy': times(aloneRate), target: '≥ 10 ×' },
  'through the conduct core': { 'customers/s': whole(conductRate), 'against SimPy': times(conductRate), target: '≥ 1 ×' },
});
console.log(`Conduct core: ${whole(median(found.map((one) => one.conduct.commandsPerSecond)))} commands/s of requests made and reviewed.`);
