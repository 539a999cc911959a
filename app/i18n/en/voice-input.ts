export const voiceInput = {
  start: 'Speak instead of typing',
  stop: 'I have finished',
  'said.listening': 'Listening. After a pause, go on: the words follow those before.',
  'said.ended': 'Stopped. Please look through what was written.',
  'said.not-allowed': 'The browser may not use the microphone. Allow it beside the address, or type.',
  'said.failed': 'It could not hear this time, perhaps for want of network. Try again, or type.',
  'privacy-title': 'Who is listening?',
  privacy:
    'Your browser turns speech into words; its maker may send the sound to their servers for it. This portal neither receives nor keeps the sound; only the words that you send reach it.',
};
