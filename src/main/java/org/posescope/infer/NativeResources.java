package org.posescope.infer;

import java.util.ArrayDeque;
import java.util.Deque;

import org.bytedeco.javacpp.Pointer;

/** Native objects of one owner, freed together, the newest first because it may use older ones. */
final class NativeResources implements AutoCloseable {
    private final Deque<Runnable> owned = new ArrayDeque<>();

    <P extends Pointer> P own(P pointer) {
        onClose(pointer::close);
        return pointer;
    }

    /** Does something more where what is older is to be freed. */
    void onClose(Runnable release) {
        owned.push(release);
    }

    @Override
    public void close() {
        while (!owned.isEmpty()) {
            owned.pop().run();
        }
    }
}
