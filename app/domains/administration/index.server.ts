export { administrationHome } from './home.query.server';
export { retryDeadJobs } from './retry-dead-jobs.server';
export { sendTestMail } from './send-test-mail.server';
export { phoneForTest, sendTestText } from './send-test-text.server';
