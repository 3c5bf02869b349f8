"""Models of buying beside other programs that fit them: the same customers, made by a model whose parameters are known."""
