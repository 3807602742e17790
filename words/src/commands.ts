// The words of the commands.
export {};
