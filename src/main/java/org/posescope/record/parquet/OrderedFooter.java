package org.posescope.record.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;

import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.Util;

/**
 * Writes the end of a file with its lists of encodings in order. The library writes them as they come out of a hash table, in each process
 * another way; so the same motion would be different files.
 */
final class OrderedFooter {
    /** Of the footer's length and the magic number behind it. */
    private static final int TRAILER = 8;

    private OrderedFooter() {}

    /** @param end of a file, with the whole footer; what lies before that is written as it is */
    static void write(byte[] end, OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.getInt(end.length - TRAILER);
        int start = end.length - TRAILER - length;
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(end, start, length));
        footer.getRow_groups().forEach(group -> group.getColumns().forEach(column -> order(column.getMeta_data())));
        out.write(end, 0, start);
        CountedStream counted = new CountedStream(out);
        Util.writeFileMetaData(footer, counted);
        out.write(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt((int) counted.getPos())
                .array());
        out.write(end, end.length - Integer.BYTES, Integer.BYTES);
    }

    private static void order(ColumnMetaData column) {
        column.getEncodings().sort(Comparator.naturalOrder());
        if (column.isSetEncoding_stats()) {
            column.getEncoding_stats().sort(Comparator.comparing(PageEncodingStats::getPage_type)
                    .thenComparing(PageEncodingStats::getEncoding));
        }
    }
}
