package org.posescope.app.firstrun;

import java.util.Collection;

import org.posescope.model.ModelCard;
import org.posescope.model.install.InstallListener;

/** Brings models to this machine. */
@FunctionalInterface
public interface Installer {
    /**
     * Waits until the models are here.
     *
     * @throws org.posescope.error.UserException when they cannot be had
     * @throws InterruptedException              when it was cancelled; nothing half-written is left
     */
    void install(Collection<ModelCard> models, InstallListener listener) throws InterruptedException;
}
