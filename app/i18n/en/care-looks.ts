export const careLooks = {
  'purpose.answer': 'To answer a new entry',
  'purpose.plan': 'To arrange a time',
  'purpose.contact': 'To contact the person',
  'purpose.follow-up': 'To follow up an arrangement',
  'purpose.task': 'To call as arranged: the phone number',
};
