package org.posescope.record.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

import io.airlift.compress.zstd.ZstdCompressor;

/** Packs pages with Zstandard in Java, where the library would want Hadoop and native code. */
final class ZstdPages implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new Pages();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("files are only written");
    }

    @Override
    public void release() {}

    private static final class Pages implements BytesInputCompressor {
        private final ZstdCompressor zstd = new ZstdCompressor();

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            ByteArrayOutputStream copy = new ByteArrayOutputStream((int) bytes.size());
            bytes.writeAllTo(copy);
            byte[] page = copy.toByteArray();
            byte[] packed = new byte[zstd.maxCompressedLength(page.length)];
            int length = zstd.compress(page, 0, page.length, packed, 0, packed.length);
            return BytesInput.from(packed, 0, length);
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {}
    }
}
