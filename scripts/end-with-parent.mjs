// Loaded into a child by `--import`: the channel to the parent closes when the parent ends, however it ends.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
