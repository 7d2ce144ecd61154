// What the stylesheets are to TypeScript, which asks for the types of whatever is imported.
export {};
