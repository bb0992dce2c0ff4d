package org.posescope.record.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_READ;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.posescope.error.UserException;
import org.posescope.frame.SourceOptions;

/** The packets of the main track of sound of a media file, on this computer or on a server, as they are but for a header on each (see {@link AdtsFilter}). */
final class SoundReader implements SoundPackets {
    /** A list of other files (HLS), which are found beside it. */
    private static final Pattern PLAYLIST = Pattern.compile("(?i).*\\.m3u8?");
    private static final Duration MOST_SILENCE = SourceOptions.DEFAULT.timeout();
    private static final long NANOS_PER_MICRO = 1_000;

    private final AVFormatContext context;
    private final AVIOContext bytes;
    private final AVPacket ahead = av_packet_alloc();
    private int track;
    private TimeBase unit;
    private long origin;
    private Optional<AdtsFilter> filter = Optional.empty();
    private boolean closed;

    private SoundReader(String media) {
        context = avformat_alloc_context();
        bytes = new AVIOContext(null);
        try {
            boolean remote = media.contains("://");
            String url = remote ? media : "file:" + Path.of(media).toAbsolutePath();
            if (remote || PLAYLIST.matcher(url).matches()) {
                check(openNamed(url));
            } else {
                check(avio_open(bytes, url, AVIO_FLAG_READ));
                context.pb(bytes);
                // Without a name, the content alone says what the file is.
                check(avformat_open_input(context, (String) null, null, null));
            }
            check(avformat_find_stream_info(context, (AVDictionary) null));
            track = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
            if (track >= 0) {
                prepare();
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** A server that falls silent must not hold the pictures back for ever. */
    private int openNamed(String url) {
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "rw_timeout", Long.toString(MOST_SILENCE.toNanos() / NANOS_PER_MICRO), 0);
        try {
            return avformat_open_input(context, url, null, options);
        } finally {
            av_dict_free(options);
        }
    }

    /**
     * Opens the sound of a file or of an address; empty when it has none.
     *
     * @throws UserException when it cannot be read
     */
    static Optional<SoundReader> open(String media) {
        SoundReader reader = new SoundReader(media);
        if (reader.track < 0) {
            reader.close();
            return Optional.empty();
        }
        return Optional.of(reader);
    }

    private static void check(int code) {
        if (code < 0) {
            throw new UserException("its sound cannot be read: " + Ffmpeg.message(code));
        }
    }

    private void prepare() {
        AVRational ticks = stream().time_base();
        unit = new TimeBase(ticks.num(), ticks.den());
        int video = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        if (video >= 0 && context.streams(video).start_time() != avutil.AV_NOPTS_VALUE) {
            origin = av_rescale_q(context.streams(video).start_time(), context.streams(video).time_base(), ticks);
        }
        for (int i = 0; i < context.nb_streams(); i++) {
            if (i != track) {
                context.streams(i).discard(AVDISCARD_ALL);
            }
        }
        if (AdtsFilter.isNeeded(parameters())) {
            filter = Optional.of(new AdtsFilter(stream()));
            boolean _ = readNext(ahead);
        }
    }

    private AVStream stream() {
        return context.streams(track);
    }

    @Override
    public AVCodecParameters parameters() {
        return stream().codecpar();
    }

    @Override
    public String codec() {
        return avcodec_get_name(parameters().codec_id()).getString();
    }

    @Override
    public TimeBase unit() {
        return unit;
    }

    @Override
    public long origin() {
        return origin;
    }

    @Override
    public boolean read(AVPacket packet) {
        if (ahead.size() > 0) {
            av_packet_move_ref(packet, ahead);
            return true;
        }
        return readNext(packet);
    }

    private boolean readNext(AVPacket packet) {
        while (true) {
            int code = av_read_frame(context, packet);
            if (code == avutil.AVERROR_EOF()) {
                return false;
            }
            check(code);
            if (packet.pts() == avutil.AV_NOPTS_VALUE()) {
                packet.pts(packet.dts());
            }
            if (packet.stream_index() != track || packet.pts() == avutil.AV_NOPTS_VALUE()) {
                av_packet_unref(packet);
            } else if (filter.isEmpty() || filter.get().apply(packet)) {
                return true;
            }
        }
    }

    @Override
    public void seek(long micros) {
        av_packet_unref(ahead);
        check(av_seek_frame(context, track, origin + unit.ticks(micros), AVSEEK_FLAG_BACKWARD));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            filter.ifPresent(AdtsFilter::close);
            av_packet_free(ahead);
            avformat_close_input(context);
            avio_closep(bytes);
        }
    }
}
