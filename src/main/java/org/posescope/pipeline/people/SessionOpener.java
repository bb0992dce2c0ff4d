package org.posescope.pipeline.people;

import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.model.ModelFile;

/** Opens a network; the caller closes the session. */
@FunctionalInterface
public interface SessionOpener {
    Session open(ModelFile file, SessionOptions options);
}
