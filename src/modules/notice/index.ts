export { noticeRefusals } from './contract';
export { NoticeModule } from './notice.module';
