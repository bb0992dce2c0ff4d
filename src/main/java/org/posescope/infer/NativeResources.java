package org.posescope.infer;

import java.util.ArrayDeque;
import java.util.Deque;

import org.bytedeco.javacpp.Pointer;

/** Native objects of one owner, freed together, the newest first because it may use older ones. */
final class NativeResources implements AutoCloseable {
    private final Deque<Pointer> owned = new ArrayDeque<>();

    <P extends Pointer> P own(P pointer) {
        owned.push(pointer);
        return pointer;
    }

    @Override
    public void close() {
        while (!owned.isEmpty()) {
            owned.pop().close();
        }
    }
}
