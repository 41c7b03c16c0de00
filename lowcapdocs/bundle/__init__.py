"""The finished site as a bundle of files: dead links, inline code, what a web server should send with it."""
