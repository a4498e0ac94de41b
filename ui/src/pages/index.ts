import { homePage } from './home/home';
import { choosePage } from './intake/choose';
import { importPages } from './intake/import';
import { historyPage } from './office/history';
import { settingsPage } from './office/settings';
import type { Page } from './page';

/** Every page of the desk; addresses of fixed words stand before open ones. */
export const pages: Page[] = [homePage, choosePage, ...importPages, historyPage, settingsPage];
