package org.posescope.infer.timing;

import java.nio.file.Files;
import java.util.function.BiFunction;

import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.model.ModelFile;

/**
 * Opens networks with as many of the threads that they may have as make them faster: many are fastest with a few, since all threads meet after
 * every layer. What a network gains is measured when it is first opened on a machine with more than one, and remembered. Any thread may
 * use it; one network is measured at a time.
 */
public final class FittingThreads {
    private final BiFunction<ModelFile, SessionOptions, Session> opener;
    private final ThreadTrial trial;
    private final ThreadMemory memory;

    public FittingThreads(BiFunction<ModelFile, SessionOptions, Session> opener, ThreadTrial trial,
            ThreadMemory memory) {
        this.opener = opener;
        this.trial = trial;
        this.memory = memory;
    }

    /**
     * Opens a network; the caller closes it.
     *
     * @param options with the most threads that it may have
     */
    public Session open(ModelFile model, SessionOptions options) {
        boolean fits = options.threads() > 1 && options.device().equals(SessionOptions.CPU)
                && Files.isRegularFile(model.path());
        return opener.apply(model,
                fits ? options.withThreads(curve(model, options).best(options.threads())) : options);
    }

    private synchronized ThreadCurve curve(ModelFile model, SessionOptions options) {
        ThreadCurve known = memory.find(model).orElse(ThreadCurve.EMPTY);
        ThreadCurve whole = trial.complete(known, model, options);
        if (!whole.equals(known)) {
            memory.keep(model, whole);
        }
        return whole;
    }
}
