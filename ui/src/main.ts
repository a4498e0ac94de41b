import { mount } from 'svelte';
import App from './app/App.svelte';
import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/fields.css';
import './styles/table.css';

const target = document.getElementById('app');
if (target !== null) mount(App, { target });
