package org.posescope.app.queue;

import java.time.Duration;

import org.posescope.batch.BatchFolder;
import org.posescope.batch.BatchListener;
import org.posescope.batch.BatchRun;
import org.posescope.batch.ClipProcess;
import org.posescope.batch.Shard;
import org.posescope.batch.ThisProgram;
import org.posescope.cli.console.Version;

/** Works off a queue as {@code posescope batch} does: each video in a process of its own, what is done already is left as it is. */
final class BatchQueue implements QueueWork {
    private static final Duration LIMIT = Duration.ofHours(2);
    /** The other cores are for what plays meanwhile. */
    private static final int CORES_A_VIDEO = 2;

    @Override
    public int run(QueueRequest request, BatchListener listener) throws InterruptedException {
        try (BatchFolder folder = BatchFolder.open(request.folder(), Shard.WHOLE)) {
            BatchRun batch = new BatchRun(folder, request.recipe(), new ClipProcess(ThisProgram.command(), LIMIT),
                    listener, Version.number());
            int flawed = batch.all(request.clips(),
                    Math.max(1, Runtime.getRuntime().availableProcessors() / CORES_A_VIDEO));
            folder.summarise(listener::tell);
            return flawed;
        }
    }
}
