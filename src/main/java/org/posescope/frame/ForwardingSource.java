package org.posescope.frame;

import java.util.List;

/** A source that goes around another one, which it owns. */
public abstract class ForwardingSource implements FrameSource {
    protected final FrameSource source;

    /** @param source closed with this one */
    protected ForwardingSource(FrameSource source) {
        this.source = source;
    }

    @Override
    public SourceInfo info() {
        return source.info();
    }

    @Override
    public void seek(long ptsMicros) {
        source.seek(ptsMicros);
    }

    @Override
    public List<String> warnings() {
        return source.warnings();
    }

    @Override
    public void close() {
        source.close();
    }
}
