import { caution, type Entry, problem } from '../entry.ts';

/** RMT1xxx. */
export const scanErrors = {
  RMT1001: problem(
    'A class that is handled, emitted or asked is not declared as an event',
    'Only declared events have a stable name on the wire and rules for their payload; anything else could neither be validated nor sent.',
  ),
  RMT1002: problem(
    'An event that needs one processor has none',
    'Sending it would do nothing, and nobody would notice: an event has exactly one processor unless it says otherwise.',
  ),
  RMT1003: problem(
    'An event that needs one processor has several',
    'Each of them would run, so work meant to be done once would be done twice: an event has exactly one processor unless it says otherwise.',
  ),
  RMT1004: problem(
    'Two events have the same name',
    'Names are what travels: a receiver could not tell which of the two it was sent.',
  ),
  RMT1005: problem(
    'Two services have the same name',
    'Handlers, senders, roles and policies are named after their service; two services of one name would share rights.',
  ),
  RMT1006: problem(
    'A method is decorated as a handler but handles nothing',
    'Nothing would ever call it, so what its decorators promise would never happen.',
  ),
  RMT1007: problem(
    'The type of a need leaves nothing behind at run time',
    'The type you inject is the permission you get. Interfaces, unions and `import type` exist only for the compiler, so nothing could be granted.',
  ),
  RMT1008: problem(
    'The compiler recorded no parameter types',
    'Needs are found by the types that TypeScript, swc and oxc record for decorated code. Compilers such as esbuild and tsx record none, so every need has to be said with @Uses.',
  ),
  RMT1009: problem(
    'A parameter asks for something that Remit does not provide',
    'Remit injects resources, emitters, askers, services, and what is always granted: Logger, Clock, Random, EventContext.',
  ),
  RMT1010: problem(
    'A need asks for an operation that its resource does not have',
    'It could never be granted. Types refuse it too, unless a cast hid it from them.',
  ),
  RMT1011: problem(
    'One resource is declared in two ways',
    'Both would read and write the same stored values, each by its own rules, and break what the other stored.',
  ),
  RMT1012: problem(
    'A resource has no binding in an environment',
    'The application could not start there: nothing would serve the resource.',
  ),
  RMT1013: problem(
    'A reply is not declared as an event',
    'Replies are events: without @Reply or @Event they have no name, no status and no place in the documents.',
  ),
  RMT1014: problem(
    'A handler returns an event that is not among its replies',
    'The run time refuses an undeclared reply: the caller would get an error instead of the answer.',
  ),
  RMT1015: problem(
    'A reply is emitted or asked',
    'A @Reply only answers whoever waits: it is returned by a handler and never sent on its own.',
  ),
  RMT1016: problem(
    'Two routes collide',
    'Only one of them could ever be called, and which one would depend on the order of the services.',
  ),
  RMT1017: problem(
    'A handler can be reached from outside and does not say by whom',
    'Access is denied unless it is stated, so every call of this route would be refused. Saying it where the handler stands is what keeps an oversight from becoming a hole.',
  ),
  RMT1018: problem(
    'A handler is both public and authenticated',
    'The two contradict each other, and whichever won, a reader of the other one would be wrong about who may call.',
  ),
  RMT1019: problem(
    'A parameter of a path is no property of the event',
    'Unknown properties are refused when the payload is validated, so every call of this route would fail.',
  ),
  RMT1020: problem(
    'The path of a route is malformed',
    'Paths start with / and consist of plain segments and :parameters; anything else would be read differently by routers, documents and gateways.',
  ),
  RMT1021: problem(
    'A cron expression is not valid',
    'The method would never run, or not when it was meant to.',
  ),
  RMT1022: problem('An interval is not valid', 'The method would never run, or not when it was meant to.'),
  RMT1023: problem(
    'A class whose values are validated has no validation rules',
    'What has no rule is refused as unknown, so no value of this class could be sent or stored.',
  ),
  RMT1024: problem(
    'A property of a validated class has no validation rule',
    'What has no rule is refused as unknown, so a value with this property could neither be sent nor stored.',
  ),
  RMT1025: problem(
    'A static method is decorated as a handler',
    'Handlers run on an instance of their service, which is what holds the needs they may use.',
  ),
  RMT1026: problem(
    'A private method is decorated as a handler',
    'A handler is called from outside its class; private says the opposite, and invites someone to remove a method that looks unused.',
  ),
  RMT1027: problem(
    'A method handles two events',
    'It would take the payload of one for that of the other. One method processes one event.',
  ),
  RMT1028: problem(
    'A service is injected but not listed',
    'The application consists of the services it lists; one that is not listed has no unit, no identity and no policy.',
  ),
  RMT1029: problem(
    'Something listed as a service is not one',
    'Only classes with @Service are made, injected and given rights.',
  ),
  RMT1030: problem(
    'A service is listed twice',
    'A service belongs to one unit: its handlers would otherwise be registered, and run, twice.',
  ),
  RMT1031: problem('Services depend on each other in a circle', 'None of them could be made first.'),
  RMT1032: problem(
    'A service is injected across units',
    'Units are separate processes with separate rights; a direct call cannot cross them and would lend one the rights of the other.',
  ),
  RMT1033: problem(
    'An injectable class has a body',
    'The class only names a permission and is never instantiated: what its body says would not exist, and would let one need pass for another.',
  ),
  RMT1034: problem(
    'A service inherits a constructor with parameters',
    'Needs are stated where the service is: inherited ones are rights that a reader of the service does not see, and the compiler records none for it.',
  ),
  RMT1035: problem(
    'A service inherits a handler',
    'What a service handles and may use is stated where the service is; a handler inherited by two services would also process its event twice.',
  ),
  RMT1036: problem(
    'An override drops its decorators',
    'The method of the parent handled an event and this one replaces it, so the event would silently no longer be handled.',
  ),
  RMT1037: problem(
    'A rest parameter is used as a need',
    'How many things it stands for is not known, so nothing could be granted.',
  ),
  RMT1038: problem(
    '@Uses contradicts the type of its parameter',
    'The editor would show one permission and the run time grant another.',
  ),
  RMT1039: problem(
    'A need to ask names other replies than the handler gives',
    'The caller would get an answer that its types do not know, or wait for one that never comes.',
  ),
  RMT1040: problem(
    'An event is asked that nobody answers',
    'Asking awaits the answer of exactly one handler: whoever asks would wait until the time is up.',
  ),
  RMT1041: problem(
    'The first parameter of a handler has another class than its event',
    'The handler is given an instance of the event it handles, whatever the parameter says.',
  ),
  RMT1042: problem(
    'A handler of an event has a schedule',
    'A schedule has no payload to send. Let a scheduled method emit the event, or do the work itself.',
  ),
  RMT1043: problem(
    'An event seems to have been renamed',
    'The name is what is stored and sent: events on their way under the old name would find no handler, and foreign senders would go unheard.',
  ),
  RMT1044: problem(
    'A service seems to have been renamed',
    'Queues, records of handled events and roles carry the name of the service: under a new one, pending work is lost and handled events are handled again.',
  ),
  RMT1045: problem(
    'A former name is still in use',
    '`formerly` says that a name was given up; while it is in use, two things would answer to it.',
  ),
  RMT1046: problem(
    'A name cannot be used',
    'Names travel in queues, routes, roles and policies of many systems, so they keep to what all of these accept.',
  ),
  RMT1047: problem(
    'A class is declared more than once',
    'It could not be told which of the declarations counts.',
  ),
  RMT1048: problem(
    'A fact has a route',
    'A route calls one handler directly and answers for it. An event with many processors would reach only that one, and the others would miss it.',
  ),
  RMT1049: caution(
    'A resource is bound that nobody uses',
    'It would be provisioned and paid for, and no handler would touch it.',
  ),
  RMT1050: problem(
    'Both services and units are listed',
    'Services without units share one process; listed beside units they would belong to none of them.',
  ),
  RMT1051: problem(
    'A decorator was given options out of range',
    'A time-out, a count or a status outside its range would fail on every event instead of once, here.',
  ),
  RMT1052: problem(
    'A need to emit or to ask is typed with an interface',
    'Emitter and Asker exist only for the compiler. What may be sent is said by a class that extends emits() or asks(): it is still there at run time, when rights are granted.',
  ),
  RMT1053: problem(
    'An event is emitted through a need that does not list it',
    'Only what a need lists is granted: at run time this call is refused and the event is never sent. Types refuse it too, unless a cast, or a class of the same shape, hid it from them.',
  ),
  RMT1054: problem(
    'What is decorated as a handler is no method',
    'Remit calls the method of that name; without one, every event would fail.',
  ),
  RMT1080: problem(
    'Classes import each other in a circle',
    'A decorator needs the class it names while its own module is still being read, and in a circle one of them does not exist yet: the application cannot even be imported.',
  ),
  RMT1081: problem(
    'An imported module does not exist',
    'Nothing of the application runs when one of its modules cannot be found.',
  ),
  RMT1082: problem(
    'An imported name is not exported by its module',
    'Modules are linked before they run, so one missing name stops the whole application. Interfaces and type aliases leave nothing behind that could be imported at run time.',
  ),
  RMT1083: problem('A source file has a syntax error', 'A file that cannot be parsed cannot be run.'),
  RMT1084: problem(
    'The application file does not export an application by default',
    'Remit starts from the default export, which app() makes: it names the services and environments.',
  ),
  RMT1085: problem(
    'The application threw while it was imported',
    'Code at the top of a module and in decorators runs on import, before Remit can look at anything.',
  ),
  RMT1086: problem(
    'TypeScript cannot be compiled here',
    'Decorators need a compiler, which Remit loads only for sources that it has not compiled before. Production installs leave it out and run compiled JavaScript.',
  ),
  RMT1087: problem(
    'There is no such application file',
    'Every command starts from the file that exports the application.',
  ),
  RMT1090: problem(
    'only() was given something else than a resource',
    'There are no operations to choose from, so nothing could be granted.',
  ),
} as const satisfies Record<string, Entry>;
