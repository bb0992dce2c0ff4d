package org.posescope.app.player;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceOptions;

/** Opens cameras as the user wants them now, and all else as another opener does. Thread-safe where that is. */
public final class CameraOpener implements SourceOpener {
    private final SourceOpener opener;
    private final AtomicReference<CameraChoice> choice = new AtomicReference<>(CameraChoice.DEFAULT);

    public CameraOpener(SourceOpener opener) {
        this.opener = opener;
    }

    /** Of cameras that are opened from now on. */
    public void choose(CameraChoice wanted) {
        choice.set(wanted);
    }

    @Override
    public FrameSource open(String input, SourceOptions wanted, Consumer<String> news) {
        CameraChoice now = choice.get();
        return opener.open(input, wanted.withCamera(now.width(), now.height(), now.fps()), news);
    }
}
