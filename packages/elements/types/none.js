// What is here is for TypeScript alone: an import of it brings nothing at run time.
export {};
