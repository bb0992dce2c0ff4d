package org.posescope.frame.ffmpeg;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_parameters_set;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_init_str;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_link;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.util.ArrayDeque;
import java.util.Deque;

import org.bytedeco.ffmpeg.avfilter.AVBufferSrcParameters;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

/**
 * Makes whole pictures of interlaced ones, whose even and odd lines were taken one after the other (DV, AVCHD, television), by FFmpeg's
 * filter bwdif: as many as come in, in their order and with their times. Pictures that say that they are whole stay as they are. From the
 * first interlaced one on each waits for the next, which its lines are compared with. Not thread-safe.
 */
final class Deinterlacer implements AutoCloseable {
    private static final String FILTER = "mode=send_frame:parity=auto:deint=interlaced";

    private final AVRational timeBase;
    private final Deque<Times> times = new ArrayDeque<>();
    /** Pictures that came before those of another size or format. */
    private final Deque<AVFrame> rest = new ArrayDeque<>();
    private Layout layout;
    private AVFilterGraph graph;
    private AVFilterContext in;
    private AVFilterContext out;

    /** What the filter would count in ticks of its own. */
    private record Times(long best, long duration) {}

    /** What a filter is set up for. */
    private record Layout(int width, int height, int format, int colours, int range) {
        static Layout of(AVFrame picture) {
            return new Layout(picture.width(), picture.height(), picture.format(), picture.colorspace(),
                    picture.color_range());
        }
    }

    /** @param timeBase of the pictures' times */
    Deinterlacer(AVRational timeBase) {
        this.timeBase = timeBase;
    }

    private static boolean interlaced(AVFrame picture) {
        return (picture.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0;
    }

    /** Whether something interlaced has come since the last flush. */
    boolean active() {
        return graph != null || !rest.isEmpty();
    }

    /**
     * @param picture what is in it is taken over, unless nothing interlaced has come so far
     * @return whether it was
     */
    boolean take(AVFrame picture) {
        if (graph == null && !interlaced(picture)) {
            return false;
        }
        Layout wanted = Layout.of(picture);
        if (!wanted.equals(layout)) {
            finish();
            open(wanted, picture);
        }
        times.add(new Times(picture.best_effort_timestamp(), picture.duration()));
        check(av_buffersrc_add_frame(in, picture));
        return true;
    }

    /**
     * @param picture filled with the next one that is whole
     * @return false when there is none yet
     */
    boolean give(AVFrame picture) {
        AVFrame first = rest.poll();
        if (first != null) {
            av_frame_move_ref(picture, first);
            av_frame_free(first);
            return true;
        }
        return filtered(picture);
    }

    private boolean filtered(AVFrame picture) {
        if (graph == null) {
            return false;
        }
        int code = av_buffersink_get_frame(out, picture);
        if (code == avutil.AVERROR_EAGAIN() || code == avutil.AVERROR_EOF()) {
            return false;
        }
        check(code);
        Times own = times.remove();
        picture.best_effort_timestamp(own.best).duration(own.duration);
        return true;
    }

    /** No more will come: what waits is given. */
    void finish() {
        if (graph == null) {
            return;
        }
        check(av_buffersrc_add_frame(in, null));
        AVFrame next = av_frame_alloc();
        while (filtered(next)) {
            rest.add(next);
            next = av_frame_alloc();
        }
        av_frame_free(next);
        closeGraph();
    }

    /** Forgets what waits. */
    void flush() {
        rest.forEach(avutil::av_frame_free);
        rest.clear();
        closeGraph();
    }

    private void open(Layout wanted, AVFrame picture) {
        layout = wanted;
        graph = avfilter_graph_alloc();
        in = filter("buffer");
        AVBufferSrcParameters parameters = av_buffersrc_parameters_alloc();
        parameters.format(wanted.format).width(wanted.width).height(wanted.height).time_base(timeBase)
                .sample_aspect_ratio(picture.sample_aspect_ratio()).color_space(wanted.colours)
                .color_range(wanted.range);
        check(av_buffersrc_parameters_set(in, parameters));
        avutil.av_free(parameters);
        check(avfilter_init_str(in, (String) null));
        AVFilterContext whole = filter("bwdif");
        check(avfilter_init_str(whole, FILTER));
        out = filter("buffersink");
        check(avfilter_init_str(out, (String) null));
        check(avfilter_link(in, 0, whole, 0));
        check(avfilter_link(whole, 0, out, 0));
        check(avfilter_graph_config(graph, (Pointer) null));
    }

    private AVFilterContext filter(String name) {
        return avfilter_graph_alloc_filter(graph, avfilter_get_by_name(name), name);
    }

    private static void check(int code) {
        if (code < 0) {
            throw new IllegalStateException("FFmpeg could not make a whole picture of an interlaced one: "
                    + FfmpegErrors.text(code));
        }
    }

    private void closeGraph() {
        if (graph != null) {
            avfilter_graph_free(graph);
            graph = null;
            layout = null;
            times.clear();
        }
    }

    @Override
    public void close() {
        flush();
    }
}
