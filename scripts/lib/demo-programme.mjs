// The demo programme: what a manager would publish. Terms that artists can read, a rate card, a quota plan, a mark.

export const DEMO_PASSWORD = 'first light on the ridge';

export const STAFF = {
  admin: 'admin@atelier.example',
  manager: 'manager@atelier.example',
  reviewer: 'reviewer@atelier.example',
  reviewer2: 'reviewer2@atelier.example',
  finance: 'finance@atelier.example',
  finance2: 'finance2@atelier.example',
};

export const ARTISTS = [
  { name: 'Mira Solberg', email: 'mira@artists.example' },
  { name: 'Teo Navarro', email: 'teo@artists.example' },
];

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString();

export const programme = {
  slug: 'first-light',
  name: 'First Light',
  model: 'procedural-1',
  currency: 'EUR',
  startsAt: inDays(-1),
  endsAt: inDays(180),
  capacity: 25,
};

export const terms = {
  clauses: [
    {
      id: 'T-1',
      document: 'terms',
      title: 'Your work is yours',
      text: 'You keep all rights in your prompts and in the clips made from them. The programme may store and process them to run the service, and for nothing else.',
      summary: 'You may use and sell what you make: it is yours. We only run the service with it.',
      examples: ['You may sell a clip after the programme has ended.'],
    },
    {
      id: 'T-2',
      document: 'terms',
      title: 'Leaving',
      text: 'You may leave at any time with one click. What you have earned stays owed to you and is paid on the next run.',
      summary: 'You may leave when you like; your money is not lost.',
      examples: ['You leave on the 3rd; your accepted feedback of the 1st is still paid.'],
    },
    {
      id: 'C-1',
      document: 'confidentiality',
      title: 'Unreleased model details',
      text: 'Do not publish the names of unreleased model versions or their settings pages before the end date. Clips approved for sharing are not covered.',
      summary: 'Keep unreleased version names to yourself until the end date.',
      examples: ['Do not post a screenshot of the version selector.'],
      endsAt: inDays(120),
    },
    {
      id: 'RU-1',
      document: 'responsible_use',
      title: 'No real person without their consent',
      text: 'A clip that shows a recognisable real person needs that person’s written consent.',
      summary: 'Do not show a real person who has not agreed in writing.',
      examples: [
        'A portrait of a friend who signed a release is fine.',
        'A politician in an invented scene is not.',
      ],
    },
    {
      id: 'RU-2',
      document: 'responsible_use',
      title: 'No instructions for harm',
      text: 'A clip must not teach how to hurt people or animals.',
      summary: 'Drama is fine. A manual for harm is not allowed.',
      examples: ['A staged duel is fine.'],
    },
    {
      id: 'S-1',
      document: 'sharing',
      title: 'What approval looks at',
      text: 'Approval looks at safety, rights, confidentiality, technical quality and these terms. Taste, tone and opinion are no grounds.',
      summary: 'We check rules, not taste.',
      examples: ['A clip that mocks the model is as welcome as one that praises it.'],
    },
    {
      id: 'S-2',
      document: 'sharing',
      title: 'Material of others',
      text: 'State every third-party image, sound or likeness in the clip and that you may use it.',
      summary: 'Say what is not yours and by which right it is in the clip.',
      examples: ['A logo on a building in the background counts.'],
    },
    {
      id: 'CO-1',
      document: 'compensation',
      title: 'Feedback is paid work',
      text: 'Accepted feedback is paid by the rate card in force on the day it was sent. Volunteered or requested, it is the same price.',
      summary: 'Every accepted item is paid, at a price that is published beforehand.',
      examples: ['An accepted issue report pays what the rate card says under feedback.issue.'],
    },
  ],
};

export const rateCard = {
  items: {
    'feedback.issue': 1200,
    'feedback.idea': 900,
    'feedback.praise': 500,
    'feedback.harm': 2000,
    'feedback.rights': 1500,
    'feedback.request': 700,
    'feedback.duplicate': 400,
    'clip.unusable': 300,
    'task.minimum': 400,
    'showcase.licence': 15000,
    'appearance.event': 20000,
    'goodwill.fault': 1000,
  },
  rules: {
    floorPerHour: 1800,
    floors: { CH: 2450 },
    killFeePercent: 50,
    payWithinDays: 10,
    lateBasisPointsPerDay: 5,
  },
};

export const quotaPlan = { credits: 2000, window: 'programme', concurrency: 2, queued: 40, weight: 1 };

export const markPolicy = {
  text: 'Atelier · First Light',
  place: 'bottom_left',
  isVisible: true,
  c2pa: true,
};

export const funding = { amount: 500_000, currency: 'EUR' };
