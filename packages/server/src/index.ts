export { createApp, type AppOptions } from './app.js';
export { ConfigError, readConfig, type ServerConfig } from './config.js';
export { startServer, type RunningServer } from './server.js';
