from rest_framework import generics
from rest_framework.permissions import IsAuthenticated

from config.permissions import HasReadWriteScope

from .models import Loan
from .permissions import IsOwnerOrReadOnly
from .serializers import LoanSerializer


class LoanList(generics.ListCreateAPIView):
    queryset = Loan.objects.all()
    serializer_class = LoanSerializer
    permission_classes = (IsAuthenticated, HasReadWriteScope, IsOwnerOrReadOnly)
    filterset_fields = ("book", "borrower", "due", "returned", "owner")
    search_fields = ("note",)
    ordering_fields = ("due",)

    def perform_create(self, serializer):
        serializer.save(owner=self.request.user)


class LoanDetail(generics.RetrieveUpdateDestroyAPIView):
    queryset = Loan.objects.all()
    serializer_class = LoanSerializer
    permission_classes = (IsAuthenticated, HasReadWriteScope, IsOwnerOrReadOnly)
