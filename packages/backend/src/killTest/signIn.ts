export { demoSignIn as default } from '../demoSignIn';
