package org.posescope.cli.option;

import org.posescope.error.UserException;
import org.posescope.frame.ClipTime;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;
import org.posescope.frame.source.SpanSource;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which part of a clip is looked at. */
public final class PartOptions {
    private static final double SECOND = 1e6;

    @Option(names = "--from", paramLabel = "TIME", converter = TimeConverter.class,
            description = "begin with the frame at this time of the clip: seconds (62.5), or 1:02.5, or 1:00:00")
    private Long fromMicros;

    @Option(names = "--to", paramLabel = "TIME", converter = TimeConverter.class,
            description = "end with the frame at this time of the clip")
    private Long toMicros;

    /**
     * The part of a source, which owns it; the source itself where all of it is wanted.
     *
     * @param loop whether the source starts again at its end
     * @throws UserException where it has no such part; the source stays the caller's
     */
    public FrameSource of(FrameSource source, boolean loop) {
        if (fromMicros == null && toMicros == null) {
            return source;
        }
        require(source.info(), loop);
        return new SpanSource(source, span());
    }

    private void require(SourceInfo source, boolean loop) {
        if (source.kind().still() || source.kind().live() || !source.seekable()) {
            throw new UserException(source.uri() + " has no times that can be sought; leave --from and --to out");
        }
        if (loop) {
            throw new UserException("--loop starts all of a clip again; leave out either it or --from and --to");
        }
        if (source.durationMicros() >= 0 && span().fromMicros() >= source.durationMicros()) {
            throw new UserException("--from is behind the end of " + source.uri() + ", which takes "
                    + source.durationMicros() / SECOND + " s");
        }
    }

    private Span span() {
        long from = fromMicros == null ? 0 : fromMicros;
        long to = toMicros == null ? Long.MAX_VALUE : toMicros;
        if (to < from) {
            throw new UserException("--to is before --from");
        }
        return new Span(from, to);
    }

    /** How many frames of a source will come at most, of so many; -1 when that is not known. */
    public long frames(SourceInfo source, long all) {
        long part = span().frames(source);
        return all < 0 || part == 0 ? all : Math.min(all, part);
    }

    private static final class TimeConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return ClipTime.parse(text).orElseThrow(
                    () -> new TypeConversionException("'" + text + "' is no time such as 62.5, 1:02.5 or 1:00:00"));
        }
    }
}
