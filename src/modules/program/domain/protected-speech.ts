import type { Clause, Document } from '../contract';

/** What no programme may silence (G4). */
export const PROTECTED_TOPICS = ['pay', 'conditions', 'criticism', 'legal rights', 'reporting harm'] as const;
export type ProtectedTopic = (typeof PROTECTED_TOPICS)[number];

/** One pattern of alternatives, at word boundaries and in any case. */
const anyOf = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

const US = String.raw`(?:us|our|ours|we|company|model|programme|program|lab|studio|team|organi[sz]ers?|sponsors?|partners?)`;
const OFFICES = String.raw`(?:authorit(?:y|ies)|police|government|ministry|agenc(?:y|ies)|inspectors?|watchdogs?)`;
const TURNS_TO = String.raw`(?:contact|approach|inform|tell|notify|report|complain|speak|talk|turn|write|go)`;
const HARM = String.raw`(?:harm(?:s|ful)?|abuses?|abusive|danger(?:s|ous)?|misuse|unsafe|safety|vulnerabilit(?:y|ies)|incidents?|accidents?|discriminat\p{L}*|harass\p{L}*|illegal|unlawful|wrongdoing|misconduct|crimes?|biase?s?|risks?)`;
const RAISES = String.raw`(?:tell|telling|talk|talking|speak|speaking|warn|warning|report|reported|reporting|disclos\p{L}*|discuss\p{L}*|raise|raised|raising|alert|alerting|inform|informing|reveal\p{L}*|publici[sz]\p{L}*|flag|flagged|flagging|mention\p{L}*|document\p{L}*|speak up|go public)`;

/** Words that are about a topic. What only looks like it (“negative prompt”, “paid advertising”) is kept out. */
const MENTIONS: Readonly<Record<ProtectedTopic, RegExp>> = {
  pay: anyOf(
    String.raw`pay(?!\s+(?:attention|heed|respect))`,
    String.raw`paid(?!\s+(?:advert\p{L}*|ads?|promotions?|media|placements?|partnerships?|search))`,
    String.raw`(?:pay|under-?pay|over-?pay)ments?|payouts?|pay-?rates?|underpaid|unpaid`,
    String.raw`wages?|salar(?:y|ies)|fees?|earnings?|incomes?|honorari(?:um|a)|stipends?|royalt(?:y|ies)|bonus(?:es)?`,
    String.raw`compensat(?:ion|ed)|remunerat\p{L}*|reimburse\p{L}*|rate cards?|invoices?`,
    String.raw`(?:how much|what) (?:you|they|artists?|participants?|others?|anyone|anybody|everyone) (?:earns?|gets?|makes?|receives?|takes? home|(?:is|are) (?:given|offered))`,
    String.raw`(?:your|their|artists?['’]?s?) (?:rates?|money|share of the money)|financial (?:arrangements?|terms|matters?)`,
  ),
  conditions: anyOf(
    String.raw`(?:work|working|labou?r|employment) conditions|conditions (?:of|in|at) (?:the |this |our |your )?(?:work|programme|program|job|engagement)`,
    String.raw`work-?loads?|over-?time|crunch|(?:working|long|unpaid) hours|hours (?:that )?(?:you|they|artists?|participants?) (?:work|put in|spend)`,
    String.raw`treatment of (?:the )?(?:artists?|participants?|people|testers?)|how (?:the )?(?:artists?|participants?|people|testers?|you|they|we) (?:are|is|were) treated|how we treat \p{L}+`,
    String.raw`how (?:the|this|our) (?:programme|program) (?:is|was) (?:run|organi[sz]ed|managed)|inner workings of (?:the|this|our) (?:programme|program)`,
  ),
  criticism: anyOf(
    String.raw`criti(?:ci[sz]\p{L}*|cs?)|critiqu\p{L}*|critical (?:of|about|comments?|remarks?|posts?|opinions?|reviews?|views?|statements?|voices?|feedback)`,
    String.raw`disparag\p{L}*|denigrat\p{L}*|belittl\p{L}*|bad-?mouth\p{L}*|trash-?talk\p{L}*|unflattering|derogatory`,
    String.raw`(?:defam|ridicul|mock|embarrass|discredit|slander|libel|attack)\p{L}*\W+(?:\p{L}+\W+){0,5}?${US}`,
    String.raw`negative(?:ly)?(?!\s+prompts?)|negativity|unfavou?rabl[ey]|unfavou?rable light|bad light|poor light|speak(?:ing)? ill|in a bad way`,
    String.raw`(?:good|positive|favou?rable|flattering) (?:light|image|picture|impression|terms|tone|publicity)`,
    String.raw`(?:only|always|nothing but|remain|stay|keep|keeps?|strictly|exclusively)\W+(?:\p{L}+\W+){0,5}?(?:positive|favou?rable|complimentary|supportive|flattering|praise)`,
    String.raw`(?:our|the (?:company|programme|program|lab|model|brand)['’]?s?) (?:reputation|image|standing|good name|brand)|reputation of ${US}|reputation of the ${US}`,
    String.raw`(?:honest|personal|own|public|dissenting) (?:opinions?|reviews?|views?)|opinions? (?:of|on|about) (?:the |our )?${US}`,
  ),
  'legal rights': anyOf(
    String.raw`legal (?:rights?|actions?|claims?|advice|proceedings?|remed(?:y|ies)|recourse|disputes?|steps)|statutory rights?`,
    String.raw`whistle-?blow\p{L}*|(?<!european )unions?|unioni[sz]\p{L}*|collective(?:ly)? (?:bargain\p{L}*|action|agreement|voice)|organi[sz]e (?:with|together|collectively)|(?:join|band|act) together|class actions?`,
    String.raw`regulators?|lawyers?|attorneys?|solicitors?|(?:a|the|any|in|to|of|before|small claims|labou?r) courts?|tribunals?|lawsuits?|litigat\p{L}*|arbitrat\p{L}*|ombuds\p{L}*|su(?:e|es|ed|ing)`,
    String.raw`(?:formal |official |public )?complain(?:t|ts|s|ing)?|grievances?|claims? against ${US}|claims? against the ${US}|waive\p{L}*|renounc\p{L}*`,
    String.raw`${TURNS_TO}\W+(?:\p{L}+\W+){0,4}?${OFFICES}`,
  ),
  'reporting harm': anyOf(
    String.raw`${RAISES}\W+(?:[\p{L}'’-]+\W+){0,8}?${HARM}`,
    String.raw`${HARM}\W+(?:[\p{L}'’-]+\W+){0,8}?(?:reported|disclosed|discussed|raised|mentioned|flagged|revealed|publici[sz]ed|made public)`,
    String.raw`security research|responsible disclosure|safety (?:reports?|concerns?)`,
  ),
};

/** A duty of silence, in whatever words. */
const SECRECY = anyOf(
  String.raw`secret(?:s|ly)?|secrecy|confidential(?:ly|ity)?|in confidence|between us|to (?:yourself|yourselves|themselves)|under wraps|behind closed doors`,
  String.raw`non-?disclos\p{L}*|internal matters?|not for (?:the )?public|stays? (?:in|inside|within)|kept? (?:private|quiet|internal)|remain silent|silence|discre(?:et|tion)|gag`,
);
const FORBIDS = anyOf(
  String.raw`must(?: not|n['’]t)|may not|shall not|shan['’]t|should not|shouldn['’]t|will not|won['’]t|do not|don['’]t|does not|cannot|can['’]t|can not|never|no one|nobody|not (?:be )?(?:allowed|permitted)|(?:agrees?|undertakes?|promises?) (?:not|never) to`,
  String.raw`prohibited|forbidden|banned|off limits|refrain\p{L}*|avoid\p{L}*|abstain\p{L}*|waive\p{L}*|renounc\p{L}*|give up|not to`,
  String.raw`(?:without|unless|until|before|only (?:after|with)|subject to|need\p{L}*|requires?) (?:[\p{L}'’-]+\W+){0,4}?(?:approv\p{L}*|consent|permission|authori[sz]\p{L}*|agree\p{L}*|sign-?off|clear(?:ed|ance)|review)`,
  String.raw`only (?:to|with|through|via|by) (?:[\p{L}'’-]+\W+){0,3}?(?:us|programme|program|form|team|channels?|managers?|company)|(?:first|exclusively|solely) (?:to|with|through)`,
);
const SPEAKS = anyOf(
  String.raw`tell\p{L}*|talk\p{L}*|speak\p{L}*|say\p{L}*|discuss\p{L}*|disclos\p{L}*|shar(?:e|es|ing)|publish\p{L}*|post(?:s|ing|ed)?|comment\p{L}*|mention\p{L}*|reveal\p{L}*|writ(?:e|es|ing)|compar(?:e|es|ing)|express\p{L}*|voic(?:e|es|ing)|statements?|remarks?`,
  String.raw`criti(?:ci[sz]|qu)\p{L}*|disparag\p{L}*|denigrat\p{L}*|belittl\p{L}*|bad-?mouth\p{L}*|defam\p{L}*|ridicul\p{L}*|embarrass\p{L}*|complain\p{L}*|report(?:s|ing|ed)?|warn\p{L}*|sue|suing|join|contact\p{L}*|take|bring|file|seek|start`,
);
/** Asks for praise: a restriction without a “not”. */
const PRAISE_ONLY = anyOf(
  String.raw`(?:only|always|nothing but|remain|stay|keep|keeps?|strictly|exclusively|must be|should be|in a)\W+(?:\p{L}+\W+){0,5}?(?:positive|favou?rable|complimentary|supportive|flattering|praise|good light)`,
);

/** A sentence that says outright that something stays free. */
const CARVE_OUT = anyOf(
  String.raw`nothing (?:here|in (?:this|these|the))|(?:does|do|will|can) not (?:limit|restrict|stop|prevent|forbid|prohibit|cover|affect|apply to|include)|never (?:limits?|restricts?|confidential|secret)`,
  String.raw`(?:is|are) (?:not|never) (?:confidential|secret|covered|restricted)|(?:always|at any time|remains?|are|is|stay) free to`,
);
/** A sentence that merely permits; it counts as a carve-out only when it forbids nothing as well. */
const PERMITS = anyOf(
  String.raw`(?:may|can) (?:always|freely|also|still|openly|speak|talk|discuss|tell|say|write|criticise|criticize|complain|join|disclose|report|warn)|(?:are|is) (?:always )?(?:allowed|welcome|entitled) to`,
);
/** What takes half of a permission back. */
const LIMITS = anyOf(
  String.raw`but|however|unless|provided|as long as|so long as|only|(?<!even )if|subject to|internally|privately|in private|in confidence|to us|with us|after we|once we|with (?:our|prior|written)|through our`,
);

const sentences = (text: string): string[] =>
  text.split(/(?<=[.;!?])\s+|\n+/).filter((part) => part.trim() !== '');

/** What follows an exception is free when nobody needs to be asked for it and it is not what was forbidden before. */
function isExcepted(sentence: string, topic: ProtectedTopic): boolean {
  const [before = '', after = ''] = sentence.split(
    /\b(?:except (?:for|that|where|when)|other than|with the exception of)\b/i,
    2,
  );
  return MENTIONS[topic].test(after) && !MENTIONS[topic].test(before) && !FORBIDS.test(after);
}

function isCarveOut(sentence: string, topic: ProtectedTopic): boolean {
  if (isExcepted(sentence, topic)) return true;
  if (LIMITS.test(sentence)) return false;
  return CARVE_OUT.test(sentence) || (PERMITS.test(sentence) && !FORBIDS.test(sentence));
}

/** Documents that are about silence and conduct: here a topic must not even be touched without its carve-out. */
const STRICT: readonly Document[] = ['confidentiality', 'responsible_use'];
/** Topics that rules of conduct touch by nature; only a restriction of speech about them counts. */
const TOUCHED_BY_NATURE: readonly ProtectedTopic[] = ['reporting harm'];

function restricts(sentence: string, topic: ProtectedTopic): boolean {
  if (!MENTIONS[topic].test(sentence)) return false;
  if (SECRECY.test(sentence)) return true;
  if (topic === 'criticism' && PRAISE_ONLY.test(sentence)) return true;
  return FORBIDS.test(sentence) && (SPEAKS.test(sentence) || topic === 'reporting harm');
}

export interface SpeechFault {
  readonly clauseId: string;
  readonly topics: readonly ProtectedTopic[];
}

/**
 * Clauses that touch a protected topic without a sentence that keeps this very topic free. In confidentiality and
 * responsible use every mention counts; in the other documents, which are about pay and sharing by nature, what
 * restricts speaking about it. A lint for English wording, not a lawyer: it errs on the side of asking for the sentence.
 */
export function speechFaults(clauses: readonly Clause[]): SpeechFault[] {
  return clauses
    .map((clause) => ({ clauseId: clause.id, topics: silenced(clause) }))
    .filter(({ topics }) => topics.length > 0);
}

function silenced(clause: Clause): ProtectedTopic[] {
  const parts = [clause.title, clause.text, clause.summary, ...clause.examples].flatMap(sentences);
  return PROTECTED_TOPICS.filter((topic) => {
    const isStrict = STRICT.includes(clause.document) && !TOUCHED_BY_NATURE.includes(topic);
    const about = parts.filter((part) => MENTIONS[topic].test(part));
    const isTouched = isStrict
      ? about.length > 0
      : about.some((part) => !isCarveOut(part, topic) && restricts(part, topic));
    return isTouched && !about.some((part) => isCarveOut(part, topic));
  });
}
